package org.ytterby.app;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.hash.EventHash;
import org.ytterby.epcis.json.JsonUnreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `ytterby epcis hash`: the canonical event hash of CBV 2.0, one line per event.
@Command(
        name = "hash",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Prints the canonical event hash (CBV 2.0) of each event: file, index, hash.",
            "逐事件输出 CBV 2.0 规范事件哈希：文件、序号、哈希。"
        },
        footer = {"", "Exit status: 0 done; 2 a file could not be read; 3 could not run."})
final class EpcisHashCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "EPCIS documents or events")
    private List<Path> files;

    @Option(names = "--pre-hash", description = "print also the text that is hashed")
    private boolean preHash;

    @Option(names = "--json", description = "print an array of JSON")
    private boolean json;

    @Mixin private LanguageOption lang = new LanguageOption();

    EpcisHashCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        PrintWriter out = spec.commandLine().getOut();
        ArrayNode hashes = JsonMapper.shared().createArrayNode();
        int status = ExitCode.DONE;
        for (Path file : files) {
            try {
                for (EpcisEvent event : EpcisFiles.read(file).events()) {
                    if (json) {
                        add(file, event, hashes.addObject());
                    } else {
                        print(file, event, out);
                    }
                }
            } catch (JsonUnreadable e) {
                spec.commandLine().getErr().println(EpcisFiles.wording(file, e, language));
                status = ExitCode.PARTIAL;
            } catch (UncheckedIOException e) {
                spec.commandLine().getErr().println(EpcisFiles.wording(e, language));
                status = ExitCode.PARTIAL;
            }
        }
        if (json) {
            out.println(
                    JsonMapper.shared()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(hashes));
        }
        out.flush();
        return status;
    }

    private void print(Path file, EpcisEvent event, PrintWriter out) {
        out.print(file + "\t" + event.index() + "\t" + EventHash.of(event) + "\n");
        if (preHash) {
            out.print(EventHash.preHash(event) + "\n");
        }
    }

    private void add(Path file, EpcisEvent event, ObjectNode to) {
        to.put("file", file.toString());
        to.put("index", event.index());
        to.put("hash", EventHash.of(event));
        if (preHash) {
            to.put("pre_hash", EventHash.preHash(event));
        }
    }
}
