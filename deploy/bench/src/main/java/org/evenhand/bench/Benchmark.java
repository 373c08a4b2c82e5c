package org.evenhand.bench;

import java.util.List;
import org.evenhand.bench.report.Row;

/** One thing that is measured, beside another that does the same work. */
public interface Benchmark {
  /** Its name on the command line. */
  String name();

  /** Empty when it prints a table of its own, or says why it couldn't measure. */
  List<Row> run(Workbench bench) throws Exception;
}
