package org.ytterby.core.genealogy;

import org.ytterby.core.material.Element;

/// The part of a lot's element that came from one origin.
///
/// @param lot number of the lot
/// @param massKg share times the element mass made, kg
/// @param share `0..1`
public record OriginShare(int lot, Element element, Origin origin, double massKg, double share) {}
