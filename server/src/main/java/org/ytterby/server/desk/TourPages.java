package org.ytterby.server.desk;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// Moves through the tour; each move leads to a page.
@PageController
class TourPages {
    private final Tour tour;

    TourPages(Tour tour) {
        this.tour = tour;
    }

    /// @param move `start`, `next`, `back` or `stop`
    /// @param from code of the step that was shown
    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/tour")
    ModelAndView move(
            Caller caller,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String from) {
        String page = tour.move(caller, parsed(move), from);
        return new ModelAndView("redirect:" + (page == null ? "/" : page));
    }

    private static Tour.Move parsed(String move) {
        for (Tour.Move each : Tour.Move.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(move)) {
                return each;
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
