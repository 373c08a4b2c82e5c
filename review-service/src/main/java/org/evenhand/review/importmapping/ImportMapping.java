package org.evenhand.review.importmapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.evenhand.kit.data.imports.file.Mapping;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A mapping under its name, for one kind of import. */
@Entity
@Table(name = "import_mapping")
class ImportMapping {

  @Id private String name;

  @Version
  @Column(name = "version")
  private long version = 1;

  @Column(name = "kind")
  private String kind;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "mapping")
  private Mapping mapping;

  protected ImportMapping() {}

  ImportMapping(String name, String kind, Mapping mapping) {
    this.name = name;
    this.kind = kind;
    this.mapping = mapping;
  }

  String name() {
    return name;
  }

  long version() {
    return version;
  }

  String kind() {
    return kind;
  }

  Mapping mapping() {
    return mapping;
  }

  void become(String other, Mapping replacement) {
    kind = other;
    mapping = replacement;
  }
}
