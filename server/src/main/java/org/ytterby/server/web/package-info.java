/// What all of the HTTP interface shares: how refusals are worded, what is described where.
@NullMarked
package org.ytterby.server.web;

import org.jspecify.annotations.NullMarked;
