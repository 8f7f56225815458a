/// What all of the HTTP interface shares: the languages it speaks, how refusals are worded, what is
/// described where, how much anybody may ask for.
@NullMarked
package org.ytterby.server.web;

import org.jspecify.annotations.NullMarked;
