package org.evenhand.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.evenhand.local.process.Command;
import org.evenhand.local.process.Directories;
import org.evenhand.local.process.Jdk;
import org.evenhand.local.process.Trouble;

/**
 * Keycloak's distribution, unpacked and augmented once for PostgreSQL; later starts then skip the
 * half minute that this takes.
 */
public final class KeycloakDistribution {
  private static final List<String> BUILD =
      List.of(
          "build",
          "--db=postgres",
          "--health-enabled=true",
          // Otherwise Keycloak would need a second port beside the main one.
          "--http-management-health-enabled=false");

  private final Path archive;
  private final Path home;
  private final Path log;

  public KeycloakDistribution(Path archive, Path home, Path log) {
    this.archive = archive;
    this.home = home;
    this.log = log;
  }

  Path home() {
    return home;
  }

  Path script() {
    return home.resolve("bin").resolve("kc.sh");
  }

  public boolean prepared() {
    try {
      Path marker = marker();
      return Files.exists(marker) && Files.readString(marker).equals(fingerprint());
    } catch (IOException e) {
      return false;
    }
  }

  public void prepare() {
    try {
      Directories.delete(home);
      unzip();
      Files.createDirectories(log.getParent());
      Command.run(
          "Preparing Keycloak",
          Stream.concat(Stream.of(script().toString()), BUILD.stream()).toList(),
          Map.of("JAVA_HOME", Jdk.home().toString()),
          log);
      Files.writeString(marker(), fingerprint());
    } catch (IOException e) {
      throw new Trouble("Keycloak can't be unpacked into " + home + ": " + e.getMessage(), e);
    }
  }

  private Path marker() {
    return home.resolve("prepared-for-evenhand");
  }

  private String fingerprint() throws IOException {
    return archive.getFileName() + " " + Files.size(archive) + " " + BUILD;
  }

  private void unzip() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          unzip(zip, entry);
        }
      }
    }
  }

  private void unzip(ZipFile zip, ZipEntry entry) throws IOException {
    Path name = Path.of(entry.getName());
    // The archive holds one folder, keycloak-<version>; its content is wanted.
    Path target = home.resolve(name.subpath(1, name.getNameCount())).normalize();
    if (!target.startsWith(home)) {
      throw new IOException("the archive leaves its folder: " + name);
    }
    Files.createDirectories(target.getParent());
    try (InputStream content = zip.getInputStream(entry)) {
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }
    if (target.toString().endsWith(".sh") && !target.toFile().setExecutable(true)) {
      throw new IOException(target + " can't be made executable");
    }
  }
}
