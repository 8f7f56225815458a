package org.ytterby.core.supervision;

import static org.ytterby.core.supervision.Severity.HIGH;
import static org.ytterby.core.supervision.Severity.LOW;
import static org.ytterby.core.supervision.Severity.MEDIUM;

import java.util.List;
import java.util.Locale;

/// The rules that raise findings, with what an honest plant could say to each.
public enum Rule {
    UNLICENSED_EXTRACTION(HIGH, Kind.LOGIC, Benign.PERMIT_NOT_ENTERED, Benign.WRONG_FACILITY),
    UNLICENSED_SEPARATION(HIGH, Kind.LOGIC, Benign.PERMIT_NOT_ENTERED, Benign.WRONG_STAGE),
    NO_PLAN(HIGH, Kind.LOGIC, Benign.PLAN_NOT_ENTERED, Benign.MEMBERSHIP_NOT_ENTERED),
    PLAN_EXCEEDED(HIGH, Kind.STATISTICAL, Benign.PLAN_NOT_ENTERED, Benign.ASSAY_BIAS),
    INVENTORY_GAIN(
            HIGH,
            Kind.STATISTICAL,
            Benign.HOLD_UP,
            Benign.ASSAY_BIAS,
            Benign.MOISTURE,
            Benign.UNITS),
    INVENTORY_LOSS(
            HIGH,
            Kind.STATISTICAL,
            Benign.HOLD_UP,
            Benign.ASSAY_BIAS,
            Benign.MOISTURE,
            Benign.WASTE_NOT_ENTERED),
    INVENTORY_TOO_GOOD(MEDIUM, Kind.STATISTICAL, Benign.SIGMA_OVERSTATED, Benign.BOOK_STOCK),
    SECTOR_GAP(MEDIUM, Kind.STATISTICAL, Benign.IN_TRANSIT, Benign.ASSAY_BIAS, Benign.HOLD_UP),
    MIRROR_GAP(LOW, Kind.LOGIC, Benign.RE_EXPORT, Benign.TIME_OF_PASSAGE, Benign.HEADINGS),
    RECOVERY_IMPOSSIBLE(
            HIGH, Kind.STATISTICAL, Benign.INPUT_NOT_ENTERED, Benign.ASSAY_BIAS, Benign.UNITS),
    LOT_UNDECLARED(HIGH, Kind.LOGIC, Benign.LOT_RENAMED, Benign.LEFT_OUT, Benign.BEFORE_FIRST),
    LOT_OVERDRAWN(HIGH, Kind.STATISTICAL, Benign.LOT_RENAMED, Benign.MOISTURE, Benign.LEFT_OUT),
    LOT_CREATED_TWICE(MEDIUM, Kind.LOGIC, Benign.LOT_REUSED, Benign.ENTERED_TWICE),
    SHIPMENT_UNRECEIVED(
            MEDIUM, Kind.LOGIC, Benign.IN_TRANSIT, Benign.PARTNER_LATE, Benign.DOCUMENT_MISTYPED),
    RECEIPT_UNSHIPPED(MEDIUM, Kind.LOGIC, Benign.PARTNER_LATE, Benign.DOCUMENT_MISTYPED),
    TRANSFER_DIFFERENCE(
            MEDIUM, Kind.STATISTICAL, Benign.MOISTURE, Benign.PARTIAL_DELIVERY, Benign.SCALE_BIAS),
    TRANSFER_IMPOSSIBLE(HIGH, Kind.LOGIC, Benign.CLOCK, Benign.DOCUMENT_MISTYPED),
    ROUND_TRIP(MEDIUM, Kind.LOGIC, Benign.GOODS_RETURNED, Benign.TOLL_STORAGE),
    CAPACITY_EXCEEDED(MEDIUM, Kind.STATISTICAL, Benign.CAPACITY_NOT_ENTERED, Benign.UNITS),
    ORIGIN_IMPLAUSIBLE(
            MEDIUM, Kind.STATISTICAL, Benign.NEW_ORE_BODY, Benign.ASSAY_BIAS, Benign.LOT_RENAMED),
    EXPORT_UNLICENSED(HIGH, Kind.LOGIC, Benign.LICENCE_NOT_ENTERED, Benign.DOCUMENT_MISTYPED),
    EXPORT_EXPIRED(HIGH, Kind.LOGIC, Benign.LICENCE_NOT_ENTERED, Benign.CLOCK),
    EXPORT_MISMATCH(HIGH, Kind.LOGIC, Benign.LICENCE_NOT_ENTERED, Benign.DOCUMENT_MISTYPED),
    EXPORT_OVER_LICENCE(HIGH, Kind.STATISTICAL, Benign.SCALE_BIAS, Benign.LICENCE_NOT_ENTERED),
    EXPORT_UNTRACEABLE(
            HIGH, Kind.LOGIC, Benign.LOT_RENAMED, Benign.INPUT_NOT_ENTERED, Benign.LEFT_OUT),
    REPORT_LATE(LOW, Kind.LOGIC, Benign.CLOCK, Benign.SYSTEM_DOWN),
    STOCKTAKE_MISSING(LOW, Kind.LOGIC, Benign.STOCKTAKE_NOT_ENTERED, Benign.PLANT_IDLE);

    /// How a rule decides.
    public enum Kind {
        /// A p-value in the family that Benjamini and Hochberg's procedure controls.
        STATISTICAL,
        /// A statement that is true or false.
        LOGIC
    }

    private final Severity severity;
    private final Kind kind;
    private final List<Benign> benign;

    Rule(Severity severity, Kind kind, Benign... benign) {
        this.severity = severity;
        this.kind = kind;
        this.benign = List.of(benign);
    }

    /// The word used in files, such as `plan-exceeded`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// How serious its findings are, unless a finding says otherwise.
    public Severity severity() {
        return severity;
    }

    public Kind kind() {
        return kind;
    }

    /// What an honest plant could say, likeliest first.
    public List<Text> benignCauses() {
        return benign.stream().map(Benign::text).toList();
    }
}
