package org.ytterby.simulator;

import java.util.List;

/// A buyer abroad, in a fictional country.
record Consignee(String party, String country, List<String> products) {}
