package org.ytterby.core.material;

import org.jspecify.annotations.Nullable;

/// A kind of material that lots are made of.
///
/// @param id as declared, compared exactly
/// @param nameZh Chinese name, empty when not given
/// @param oreType the ore it comes from, where that is known
/// @param hsCode customs code, digits only, empty when not given
public record Product(
        String id,
        String name,
        String nameZh,
        ProductStage stage,
        @Nullable OreType oreType,
        String hsCode) {}
