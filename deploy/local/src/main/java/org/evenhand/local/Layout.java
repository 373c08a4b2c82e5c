package org.evenhand.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.local.process.Directories;
import org.evenhand.local.process.LocalClock;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.ProcessRecord;
import org.evenhand.local.process.Trouble;

/**
 * Where things are.
 *
 * @param checkout the root of the repository
 * @param home what this machine keeps: {@code prepared} is expensive to make and can be made again,
 *     {@code data} is what people have entered
 */
public record Layout(Path checkout, Path home) {
  /** As the launching scripts say. */
  static Layout fromProperties() {
    Path checkout = Path.of(System.getProperty("evenhand.checkout", ".")).toAbsolutePath();
    Path home = Path.of(System.getProperty("evenhand.data", checkout + "/deploy/local/.data"));
    return new Layout(checkout, home.toAbsolutePath());
  }

  public Path data() {
    return home.resolve("data");
  }

  public Path prepared() {
    return home.resolve("prepared");
  }

  public Path records() {
    return home.resolve("run");
  }

  /** Among the data: what people have entered bears the time at which they did. */
  LocalClock clock() {
    return new LocalClock(data().resolve("clock-ahead"));
  }

  Path logs() {
    return home.resolve("logs");
  }

  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  public ProcessRecord record(String part) {
    return new ProcessRecord(records().resolve(part + ".pid"));
  }

  Path local() {
    return checkout.resolve("deploy/local");
  }

  Path realm() {
    return checkout.resolve("deploy/keycloak/evenhand-realm.json");
  }

  /** The distribution that the build has put there, whatever its version. */
  Path keycloakArchive() {
    Path folder = local().resolve("target/keycloak");
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      List<Path> archives = files.filter(file -> file.toString().endsWith(".zip")).toList();
      if (archives.size() != 1) {
        throw new Trouble("One Keycloak archive is wanted in " + folder + ", not " + archives);
      }
      return archives.get(0);
    } catch (IOException e) {
      throw new Trouble(folder + " can't be read: " + e.getMessage(), e);
    }
  }

  /** For what may run while we do: deploy/local/events and deploy/local/admin. */
  void notePorts(Ports ports) {
    try {
      Files.createDirectories(records());
      Files.writeString(records().resolve("ports"), ports.asText() + "\n");
      Files.writeString(records().resolve("kafka"), Ports.HOST + ":" + ports.kafka() + "\n");
    } catch (IOException e) {
      throw new Trouble(records() + " can't be written: " + e.getMessage(), e);
    }
  }

  /** Those of the last start; the usual ones before the first. */
  Ports portsInUse() {
    Path noted = records().resolve("ports");
    try {
      return Files.exists(noted) ? Ports.ofText(Files.readString(noted)) : Ports.usual();
    } catch (IOException e) {
      throw new Trouble(noted + " can't be read: " + e.getMessage(), e);
    }
  }

  public void deleteData() {
    try {
      Directories.delete(data());
    } catch (IOException e) {
      throw new Trouble("The data in " + data() + " can't be deleted: " + e.getMessage(), e);
    }
  }
}
