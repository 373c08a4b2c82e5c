package org.evenhand.local.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.local.process.Trouble;

/** Every line of every log file in a folder. */
public final class Logs {
  private Logs() {}

  public static List<Sighting> search(Path folder, Canaries canaries) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Sighting> seen = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".log")).sorted().toList()) {
        search(file, canaries, seen);
      }
      return seen;
    } catch (IOException e) {
      throw new Trouble("The logs in " + folder + " can't be read: " + e.getMessage(), e);
    }
  }

  /** A byte that isn't UTF-8 must not hide the rest of the line. */
  private static void search(Path file, Canaries canaries, List<Sighting> seen) throws IOException {
    try (Stream<String> lines = Files.lines(file, ISO_8859_1)) {
      int number = 0;
      for (String line : (Iterable<String>) lines::iterator) {
        String place = file.getFileName() + ", line " + ++number;
        canaries.in(place, new String(line.getBytes(ISO_8859_1), UTF_8)).forEach(seen::add);
      }
    }
  }
}
