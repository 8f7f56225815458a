package org.ytterby.core.supervision;

import java.util.List;

/// The arithmetic behind a finding, worked out only when somebody asks.
interface Working {
    List<Exhibit> show();
}
