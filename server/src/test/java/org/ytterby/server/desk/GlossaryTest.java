package org.ytterby.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ytterby.server.web.Language;

/// Words that pages explain.
class GlossaryTest {
    private static final Glossary GLOSSARY = new Glossary();

    private static List<String> explained(Language language, String... texts) {
        Glossary.Reader reader = GLOSSARY.reader(language);
        return List.of(texts).stream()
                .flatMap(text -> reader.of(text).stream())
                .filter(piece -> !piece.id().isEmpty())
                .map(Glossary.Piece::text)
                .toList();
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
    }

    @Test
    void everyWordIsExplainedInBothLanguages() {
        List<Glossary.Shown> en = GLOSSARY.all(Language.EN);
        List<Glossary.Shown> zh = GLOSSARY.all(Language.ZH);
        assertThat(en).hasSizeGreaterThan(15).hasSameSizeAs(zh);
        assertThat(en).allMatch(word -> !isHan(word.name() + word.meaning()));
        assertThat(zh).allMatch(word -> isHan(word.meaning()));
        assertThat(en).extracting(Glossary.Shown::name).doesNotHaveDuplicates();
    }

    @Test
    void aWordIsFoundInItsFormsAndAsAWholeWord() {
        assertThat(explained(Language.EN, "Findings of one facility, by lot."))
                .containsExactly("Findings", "facility", "lot");
        assertThat(explained(Language.EN, "A plot of caseloads, on balloted Qs")).isEmpty();
        assertThat(explained(Language.ZH, "各规则提示的线索，按批次排列")).containsExactly("线索", "批次");
        assertThat(explained(Language.ZH, "折 REO 与 REOX，Page 统计")).containsExactly("REO");
    }

    @Test
    void aPageExplainsAWordOnceWhereItStandsFirst() {
        assertThat(explained(Language.EN, "A finding leads on.", "Two findings, one lot."))
                .containsExactly("finding", "lot");
    }

    @Test
    void theTextStaysAsItIs() {
        for (String text : List.of("± σ", "No word.", "Lot, lot and lots", "台账位置", "")) {
            for (Language language : Language.values()) {
                StringBuilder whole = new StringBuilder();
                GLOSSARY.reader(language)
                        .of(text)
                        .forEach(piece -> whole.append(piece.text()).append(piece.tail()));
                assertThat(whole).hasToString(text);
            }
        }
    }

    @Test
    void theLongerWordWins() {
        assertThat(
                        explained(
                                Language.EN,
                                "in its own standard uncertainty; a standardised difference"))
                .containsExactly("standard uncertainty", "standardised difference");
        assertThat(explained(Language.ZH, "其他误报率下的统计线索")).containsExactly("误报率", "线索");
    }
}
