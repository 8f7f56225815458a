package org.ytterby.core.genealogy;

/// What the balance of processing records says about material that came out but never went in.
public interface RecordExcess {
    /// The share of an element in the outputs of a record that its inputs cannot explain, `0..1`; 0
    /// where the excess is within its uncertainty.
    double unaccountedShare(int record, int element);

    /// Whether a finding stands behind the excess of a record.
    boolean isFound(int record);
}
