package org.evenhand.analytics.demographics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Tally;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A protected attribute by which ratings are compared: its values, and where it may be kept. */
@Entity
@Table(schema = "demographics", name = "dimension")
public class Dimension {

  @Id
  @Column(name = "key")
  private String key;

  @Column(name = "label")
  private String label;

  @Column(name = "vocabulary")
  @JdbcTypeCode(SqlTypes.JSON)
  private Vocabulary vocabulary;

  @Column(name = "countries")
  @JdbcTypeCode(SqlTypes.JSON)
  private Countries countries;

  @Version
  @Column(name = "version")
  private long version;

  protected Dimension() {}

  Dimension(String key, String label, Vocabulary vocabulary, Countries countries) {
    this.key = key;
    this.label = label;
    this.vocabulary = vocabulary;
    this.countries = countries;
  }

  void redefine(String newLabel, Vocabulary newVocabulary, Countries newCountries) {
    this.label = newLabel;
    this.vocabulary = newVocabulary;
    this.countries = newCountries;
  }

  public String key() {
    return key;
  }

  public String label() {
    return label;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Countries countries() {
    return countries;
  }

  long version() {
    return version;
  }

  boolean has(String value) {
    return vocabulary.values().contains(value);
  }

  boolean isEnabledIn(@Nullable String country) {
    return countries.legalBasis(country).isPresent();
  }

  /** The groups that say nothing of their people. */
  public Set<String> undeclared() {
    Set<String> groups = new TreeSet<>(vocabulary.undeclared());
    groups.add(Tally.UNDECLARED);
    return groups;
  }

  /** Whether a group of this value may be compared and judged. */
  public boolean isDeclared(String value) {
    return has(value) && !vocabulary.undeclared().contains(value);
  }
}
