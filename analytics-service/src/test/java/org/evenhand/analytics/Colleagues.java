package org.evenhand.analytics;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Those of the tests who work here and of whom no event tells. */
@ApplicationScoped
class Colleagues {

  void work(@Observes StartupEvent start, DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into person (employee_id, external_id, status, hr_units)"
                    + " values (?, ?, 'ACTIVE', '[]') on conflict do nothing")) {
      for (String externalId : List.of("LEAD", "HR2", "ANYONE", "D-A", "ED-A", "WSW-A", "AT-A")) {
        insert.setObject(
            1,
            UUID.nameUUIDFromBytes(externalId.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        insert.setString(2, externalId);
        insert.executeUpdate();
      }
    }
  }
}
