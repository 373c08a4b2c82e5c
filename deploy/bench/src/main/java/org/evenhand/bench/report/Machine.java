package org.evenhand.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that the benchmark ran on, without which a ratio means little. */
public record Machine(int cores, String processor, double gibibytes, String jdk, String kernel) {
  private static final double KIBIBYTES_IN_A_GIBIBYTE = 1 << 20;

  public static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        value("/proc/cpuinfo", "model name"),
        memory(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"));
  }

  public String line() {
    return String.format(
        Locale.ROOT,
        "%d cores of %s, %.0f GiB; %s; %s; PostgreSQL with fsync and synchronous_commit on",
        cores,
        processor,
        gibibytes,
        jdk,
        kernel);
  }

  private static double memory() {
    String kibibytes = value("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
    return kibibytes.isEmpty() ? 0 : Double.parseDouble(kibibytes) / KIBIBYTES_IN_A_GIBIBYTE;
  }

  private static String value(String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
