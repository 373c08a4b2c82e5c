package org.evenhand.kit.data.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The errors of an import as CSV, streamed from a cursor. */
@ApplicationScoped
class ErrorFile {

  private static final int FETCH = 1_000;

  private final DataSource database;

  public ErrorFile(DataSource database) {
    this.database = database;
  }

  /**
   * Blocks until the import is found, and again while the body is written.
   *
   * @param found fails where the caller may not know of the import
   */
  public Uni<Response> of(UUID id, Supplier<Uni<ImportView>> found) {
    ImportDriver.await(found);
    StreamingOutput body = target -> write(id, target);
    return Uni.createFrom()
        .item(
            Response.ok(body, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"errors-" + id + ".csv\"")
                .build());
  }

  private void write(UUID id, OutputStream target) throws IOException {
    Writer csv = new BufferedWriter(new OutputStreamWriter(target, UTF_8));
    csv.write("row,column,code,detail\r\n");
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select row, \"column\", code, detail from import_error where import_id = ?"
                    + " order by row, id")) {
      // Without a transaction the driver reads all rows at once, whatever the fetch size.
      connection.setAutoCommit(false);
      select.setFetchSize(FETCH);
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          csv.write(row.getLong("row") + "," + cell(row.getString("column")) + ",");
          csv.write(row.getString("code") + "," + cell(row.getString("detail")));
          csv.write("\r\n");
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new WebApplicationException(e);
    }
    csv.flush();
  }

  /** Quoted where CSV needs it, and where a spreadsheet would take the text for a formula. */
  static String cell(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
