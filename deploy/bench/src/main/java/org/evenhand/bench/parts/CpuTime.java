package org.evenhand.bench.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Seconds of processor time that each part has used, from /proc. On a small machine, where all
 * parts share the processors, it says which of them the time goes into.
 */
public record CpuTime(Map<String, Double> seconds) {
  private static final double TICKS_PER_SECOND = 100;

  /** Counted from the end of the line, where no name with spaces shifts them. */
  private static final int USER = 11;

  private static final int WITH_ENDED_CHILDREN = 4;

  static CpuTime of(Map<String, Supplier<List<ProcessHandle>>> parts) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    parts.forEach(
        (name, processes) ->
            seconds.put(name, processes.get().stream().mapToDouble(CpuTime::ofTree).sum()));
    return new CpuTime(seconds);
  }

  public CpuTime since(CpuTime earlier) {
    Map<String, Double> passed = new LinkedHashMap<>();
    seconds.forEach((name, now) -> passed.put(name, now - earlier.seconds.getOrDefault(name, 0.0)));
    return new CpuTime(passed);
  }

  public CpuTime plus(CpuTime other) {
    Map<String, Double> sum = new LinkedHashMap<>(seconds);
    other.seconds.forEach((name, more) -> sum.merge(name, more, Double::sum));
    return new CpuTime(sum);
  }

  /** Such as "review-service 2.103 ms, gateway 0.412 ms". */
  public String per(long pieces) {
    return seconds.entrySet().stream()
        .map(
            part ->
                String.format(
                    Locale.ROOT, "%s %.3f ms", part.getKey(), part.getValue() * 1000 / pieces))
        .collect(Collectors.joining(", "));
  }

  private static double ofTree(ProcessHandle process) {
    return ticks(process, WITH_ENDED_CHILDREN) / TICKS_PER_SECOND
        + process.descendants().mapToDouble(child -> ticks(child, 2) / TICKS_PER_SECOND).sum();
  }

  /**
   * @param fields 2 for user and system time, 4 with those of children that have ended
   */
  private static long ticks(ProcessHandle process, int fields) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int i = 0; i < fields; i++) {
        ticks += Long.parseLong(values[USER + i]);
      }
      return ticks;
    } catch (IOException e) {
      // It ended a moment ago; its parent has its time.
      return 0;
    }
  }
}
