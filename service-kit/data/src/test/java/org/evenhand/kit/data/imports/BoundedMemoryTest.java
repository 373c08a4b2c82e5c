package org.evenhand.kit.data.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

/** The file is larger than the whole memory of the process that reads it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class BoundedMemoryTest {

  private static final int HEAP_MIB = 24;

  @Inject Database database;

  @Test
  void aFileLargerThanTheHeapIsStaged() throws Exception {
    long rows = Long.getLong("evenhand.test.rows", 100_000);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MIB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapIntake.class.getName(),
                PostgresResource.server().jdbcUrl(),
                Long.toString(rows))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor(), said);
    long bytes = Long.parseLong(said.strip().replaceFirst("(?s).*staged ", ""));
    assertTrue(bytes > HEAP_MIB * 1024L * 1024L, bytes + " bytes");
    assertEquals(
        rows,
        database.number(
            "select count(*) from import_row r join import i on i.id = r.import_id"
                + " where i.kind = 'small-heap'"));
    database.execute("delete from import where kind = 'small-heap'");
  }
}
