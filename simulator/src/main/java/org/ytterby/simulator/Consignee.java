package org.ytterby.simulator;

import java.util.List;

/// A buyer abroad, in a country that the code of an uninhabited territory stands in for.
record Consignee(String party, String country, List<String> products) {}
