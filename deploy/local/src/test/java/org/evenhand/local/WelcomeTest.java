package org.evenhand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.evenhand.local.company.SampleCompany;
import org.evenhand.local.journey.api.StackAddresses;
import org.evenhand.local.process.LocalClock;
import org.junit.jupiter.api.Test;

class WelcomeTest {
  @Test
  void itNamesAddressesPeopleWithRolesAndLinesToPaste() {
    String text =
        new Welcome(
                new StackAddresses(
                    URI.create("http://127.0.0.1:8080"),
                    URI.create("http://127.0.0.1:8180/realms/evenhand"),
                    "127.0.0.1:9092",
                    5433,
                    Path.of("."),
                    Path.of("."),
                    new LocalClock(Path.of("none"))),
                SampleCompany.read(Path.of("sample-company.csv"), Path.of("sample-roles.csv")))
            .text();

    assertThat(text)
        .contains("http://127.0.0.1:8080/docs", "http://127.0.0.1:8180/ (administrator")
        .containsPattern("grace +people +employee, hr-lead, manager \\(Grace Okonkwo\\)")
        .containsPattern("anneke +people +employee, hr; serves customer-care, operations")
        .contains("sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/'")
        .contains("http://127.0.0.1:8180/realms/evenhand/protocol/openid-connect/token")
        .doesNotContain("%");
  }
}
