package org.ytterby.simulator;

import java.util.List;

/// A buyer abroad, in a country that a user-assigned code of ISO 3166-1 stands in for.
record Consignee(String party, String country, List<String> products) {}
