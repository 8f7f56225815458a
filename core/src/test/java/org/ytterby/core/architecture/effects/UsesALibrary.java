package org.ytterby.core.architecture.effects;

import tools.jackson.databind.JsonNode;

/// Brings a library into the model.
public record UsesALibrary(JsonNode json) {}
