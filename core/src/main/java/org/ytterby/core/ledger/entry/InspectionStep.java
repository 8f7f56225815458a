package org.ytterby.core.ledger.entry;

/// What is done on site: a visit, seals, and samples that go from hand to hand.
///
/// Seals and samples have names of their own, unique in the case. A sample is held by one
/// organisation at a time, or underway to one.
public sealed interface InspectionStep extends CaseStep.Alone {
    /// The facility was visited.
    ///
    /// @param found what was weighed, counted and seen
    record Visited(String found) implements InspectionStep {
        /// @throws IllegalArgumentException if the text has another form
        public Visited {
            Texts.requireText(found);
        }

        @Override
        public String code() {
            return "visited";
        }
    }

    /// Something was sealed where it stands.
    ///
    /// @param seal its number
    /// @param place what is under it
    record Sealed(String seal, String place) implements InspectionStep {
        /// @throws IllegalArgumentException if a text has another form
        public Sealed {
            Texts.requireName(seal);
            Texts.requireText(place);
        }

        @Override
        public String code() {
            return "sealed";
        }
    }

    /// A seal was taken off.
    ///
    /// @param isIntact whether nobody had opened it before
    record Unsealed(String seal, boolean isIntact, String remark) implements InspectionStep {
        /// @throws IllegalArgumentException if a text has another form
        public Unsealed {
            Texts.requireName(seal);
            Texts.requireText(remark);
        }

        @Override
        public String code() {
            return "unsealed";
        }
    }

    /// A sample was taken and sealed; who took it holds it.
    ///
    /// @param sample its name
    /// @param lot from which it was taken; empty where it is of none
    /// @param seal number of the seal on it
    /// @param material what it is, and how it was taken
    record Sampled(String sample, String lot, String seal, String material)
            implements InspectionStep {
        /// @throws IllegalArgumentException if a text has another form
        public Sampled {
            Texts.requireName(sample);
            Texts.requireTextOrNone(lot);
            Texts.requireName(seal);
            Texts.requireText(material);
        }

        @Override
        public String code() {
            return "sampled";
        }
    }

    /// Who holds a sample sends it to another organisation.
    record Dispatched(String sample, String to) implements InspectionStep {
        /// @throws IllegalArgumentException if a text has another form
        public Dispatched {
            Texts.requireName(sample);
            Texts.requireText(to);
        }

        @Override
        public String code() {
            return "dispatched";
        }
    }

    /// A sample came to whom it was sent; they hold it now.
    ///
    /// @param isIntact whether the seal on it was whole
    record Received(String sample, boolean isIntact, String remark) implements InspectionStep {
        /// @throws IllegalArgumentException if a text has another form
        public Received {
            Texts.requireName(sample);
            Texts.requireText(remark);
        }

        @Override
        public String code() {
            return "received";
        }
    }

    /// Who holds a sample tells what it is.
    ///
    /// @param assay id of the declared assay that holds the figures; empty where there is none
    /// @param result in words
    record Resulted(String sample, String assay, String result) implements InspectionStep {
        /// @throws IllegalArgumentException if a text has another form
        public Resulted {
            Texts.requireName(sample);
            Texts.requireTextOrNone(assay);
            Texts.requireText(result);
        }

        @Override
        public String code() {
            return "resulted";
        }
    }
}
