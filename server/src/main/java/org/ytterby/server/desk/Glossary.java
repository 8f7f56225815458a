package org.ytterby.server.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.web.Language;

/// Words of the pages and what they mean: the part of the project's glossary that is written for
/// readers of pages.
@Component
class Glossary {
    private static final String FILE = "/glossary.md";
    private static final String HEAD = "| English | 中文 | what it means | 含义 |";
    private static final int COLUMNS = 4;
    private static final String FORMS = " / ";
    private static final String PUNCTUATION = ".,;:?!)，。；：、？！）”";

    private final List<Term> terms;
    private final Map<Language, Forms> forms = new HashMap<>();

    Glossary() {
        terms = read();
        for (Language language : Language.values()) {
            forms.put(language, Forms.of(terms, language));
        }
    }

    /// A word.
    ///
    /// @param id in a page
    /// @param names its forms, divided; the first is its name
    record Term(String id, Text names, Text meaning) {
        private List<String> forms(Language language) {
            return List.of(language.say(names).split(FORMS, -1));
        }
    }

    /// A word as a reader sees it.
    public record Shown(String id, String name, String meaning) {
        private static Shown of(Term term, Language language) {
            return new Shown(term.id, term.forms(language).getFirst(), language.say(term.meaning));
        }
    }

    /// How words are found in a text.
    ///
    /// @param terms by their forms in lower case
    private record Forms(Pattern pattern, Map<String, Term> terms) {
        private static Forms of(List<Term> all, Language language) {
            Map<String, Term> terms = new HashMap<>();
            for (Term term : all) {
                term.forms(language).forEach(form -> terms.put(key(form), term));
            }
            String any =
                    terms.keySet().stream()
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .map(Forms::bounded)
                            .collect(Collectors.joining("|"));
            return new Forms(
                    Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), terms);
        }

        /// A form in letters is a whole word; one in Han characters stands among others.
        private static String bounded(String form) {
            return form.matches("[\\x20-\\x7e]+")
                    ? "(?<![A-Za-z0-9])" + Pattern.quote(form) + "(?![A-Za-z0-9])"
                    : Pattern.quote(form);
        }

        private static String key(String form) {
            return form.toLowerCase(Locale.ROOT);
        }
    }

    private static List<Term> read() {
        try (InputStream in = Glossary.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + FILE);
            }
            List<String> rows =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .dropWhile(line -> !line.equals(HEAD))
                            .skip(2) // the head and the line under it
                            .takeWhile(line -> line.startsWith("|"))
                            .toList();
            List<Term> terms = new ArrayList<>();
            for (String row : rows) {
                String[] cells = row.substring(1, row.lastIndexOf('|')).split("\\|", -1);
                if (cells.length != COLUMNS) {
                    throw new IllegalStateException(FILE + ": not of four cells: " + row);
                }
                terms.add(
                        new Term(
                                "term-" + terms.size(),
                                new Text(cells[0].strip(), cells[1].strip()),
                                new Text(cells[2].strip(), cells[3].strip())));
            }
            return List.copyOf(terms);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /// All words, in their order.
    List<Shown> all(Language language) {
        return terms.stream().map(term -> Shown.of(term, language)).toList();
    }

    /// Explains the words of one page.
    Reader reader(Language language) {
        return new Reader(language, Objects.requireNonNull(forms.get(language)));
    }

    /// A part of a text: plain, or a word that is explained here.
    ///
    /// @param id of the explanation; empty for plain text
    /// @param tail punctuation that follows the word and never begins a line
    public record Piece(String text, String id, String name, String meaning, String tail) {
        private static Piece plain(String text) {
            return new Piece(text, "", "", "", "");
        }
    }

    /// Finds the words of a page as it is written, each where it stands first. For one thread.
    public static final class Reader {
        private final Language language;
        private final Forms forms;
        private final Set<Term> explained = new HashSet<>();

        private Reader(Language language, Forms forms) {
            this.language = language;
            this.forms = forms;
        }

        /// The parts of a text, in their order.
        public List<Piece> of(String text) {
            List<Piece> pieces = new ArrayList<>();
            Matcher word = forms.pattern.matcher(text);
            int from = 0;
            while (word.find()) {
                Term term = forms.terms.get(Forms.key(word.group()));
                if (term == null || !explained.add(term)) {
                    continue;
                }
                if (word.start() > from) {
                    pieces.add(Piece.plain(text.substring(from, word.start())));
                }
                Shown shown = Shown.of(term, language);
                from = pastPunctuation(text, word.end());
                String tail = text.substring(word.end(), from);
                pieces.add(new Piece(word.group(), shown.id, shown.name, shown.meaning, tail));
            }
            if (from < text.length()) {
                pieces.add(Piece.plain(text.substring(from)));
            }
            return pieces;
        }

        private static int pastPunctuation(String text, int from) {
            int end = from;
            while (end < text.length() && PUNCTUATION.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            return end;
        }
    }
}
