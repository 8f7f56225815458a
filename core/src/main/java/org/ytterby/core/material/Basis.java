package org.ytterby.core.material;

/// What the columns of an assay mean.
public enum Basis {
    /// `treo` is kg of trade oxides per kg of dry material, the columns are shares of it.
    OXIDE,
    /// The columns are kg of element per kg of dry material.
    ELEMENT
}
