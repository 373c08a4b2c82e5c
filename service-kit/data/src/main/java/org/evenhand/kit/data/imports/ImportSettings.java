package org.evenhand.kit.data.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code evenhand.imports.*} */
@ConfigMapping(prefix = "evenhand.imports")
public interface ImportSettings {

  /** The largest file, in bytes. */
  @WithDefault("536870912")
  long maxBytes();

  /** The longest cell, in characters. A longer one refuses its row. */
  @WithDefault("4000")
  int maxCell();

  /** Up to this many rows the request waits for the result. */
  @WithDefault("1000")
  int immediateRows();

  /** How long it waits before it answers 202 after all. */
  @WithDefault("20S")
  Duration patience();

  /** Rows per transaction. */
  @WithDefault("1000")
  int chunk();

  /** How long a finished import and its errors can be asked for. */
  @WithDefault("90D")
  Duration keep();
}
