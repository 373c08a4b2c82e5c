package org.evenhand.bench;

import java.util.List;
import org.evenhand.bench.report.Row;

/** One thing that is measured, beside another that does the same work. */
public interface Benchmark {
  /** As it is called on the command line. */
  String name();

  /** Empty when it prints a table of its own, or says why it could not be measured. */
  List<Row> run(Workbench bench) throws Exception;
}
