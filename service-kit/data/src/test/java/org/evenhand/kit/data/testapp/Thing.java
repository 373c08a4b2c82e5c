package org.evenhand.kit.data.testapp;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An aggregate with parts in a JSON column. */
@Entity
public class Thing {

  @Id private UUID id;
  private String name;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Part> parts;

  @JdbcTypeCode(SqlTypes.JSON)
  private Part spare;

  @Version private long version;

  protected Thing() {}

  public Thing(UUID id, String name, List<Part> parts, Part spare) {
    this.id = id;
    this.name = name;
    this.parts = parts;
    this.spare = spare;
  }

  public void rename(String newName) {
    name = newName;
  }

  public void add(Part part) {
    parts = new java.util.ArrayList<>(parts);
    parts.add(part);
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public List<Part> parts() {
    return List.copyOf(parts);
  }

  public Part spare() {
    return spare;
  }

  public long version() {
    return version;
  }

  /** A part that is never queried alone. */
  public record Part(String label, LocalDate on, double weight) {}
}
