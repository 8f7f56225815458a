package org.ytterby.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ytterby health`: whether a service serves, for containers and scripts.
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Asks a running service whether it is ready to serve.",
            "询问运行中的服务是否可以提供服务。",
        },
        footer = {"", "Exit status: 0 ready; 1 it answers and is not; 3 it does not answer."})
final class HealthCommand implements Callable<Integer> {
    private static final int PORT = 8080;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Spec private CommandSpec spec;

    @Mixin private ListenOptions listen = new ListenOptions();

    @Mixin private LanguageOption lang = new LanguageOption();

    HealthCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        URI asked = URI.create("http://%s:%d/readyz".formatted(listen.host(), listen.port(PORT)));
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(asked).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            boolean isReady = answer.statusCode() == OK;
            spec.commandLine()
                    .getOut()
                    .println(
                            (isReady
                                            ? language.pick("ready", "就绪")
                                            : language.pick("not ready", "未就绪"))
                                    + " "
                                    + answer.body());
            return isReady ? ExitCode.DONE : ExitCode.FOUND;
        } catch (IOException e) {
            throw new Refused(
                    "%s does not answer: %s".formatted(asked, e), "%s 没有应答：%s".formatted(asked, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }
}
