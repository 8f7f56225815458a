package org.ytterby.server.desk;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.web.Language;

/// Help for whoever is new: the tour, the keys, the words.
@PageController
class HelpPages {
    private final Glossary glossary;

    HelpPages(Glossary glossary) {
        this.glossary = glossary;
    }

    @OpenToAll
    @GetMapping("/help")
    String help(Model model, Language language) {
        model.addAttribute("words", glossary.all(language));
        return "help";
    }
}
