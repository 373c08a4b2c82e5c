package org.evenhand.kit.data.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DefaultsTest {

  private static final String FILE = "META-INF/microprofile-config.properties";

  @Test
  void whatTheKitSaysGivesWayToAFileOfTheSameNameInAService() throws IOException {
    List<URL> files =
        Collections.list(DefaultsTest.class.getClassLoader().getResources(FILE)).stream()
            .filter(
                file -> file.getPath().contains("service-kit") || file.getPath().contains("kit-"))
            .toList();
    assertFalse(files.isEmpty());
    for (URL file : files) {
      Properties said = new Properties();
      try (var in = file.openStream()) {
        said.load(in);
      }
      assertEquals("90", said.getProperty("config_ordinal"), file.toString());
    }
  }
}
