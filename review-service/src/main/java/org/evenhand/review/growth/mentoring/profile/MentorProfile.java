package org.evenhand.review.growth.mentoring.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That somebody offers to be a mentor. Nobody but they themself says so. */
@Entity
@Table(name = "mentor_profile")
public class MentorProfile {

  @Id
  @Column(name = "employee_id")
  private UUID employeeId;

  @Version private long version;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<String> skills = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  private List<String> languages = List.of();

  private int capacity;

  /** The last change of the person's status before they offered it so. */
  @Column(name = "status_seen")
  private long statusSeen;

  protected MentorProfile() {}

  MentorProfile(UUID employee) {
    this.employeeId = employee;
  }

  /**
   * @param places to how many; 0 for nobody more
   * @param seen the last change of the person's status
   */
  void put(List<String> in, List<String> speaking, int places, long seen) {
    skills = List.copyOf(in);
    languages = List.copyOf(speaking);
    capacity = places;
    statusSeen = seen;
  }

  public UUID employeeId() {
    return employeeId;
  }

  long version() {
    return version;
  }

  List<String> skills() {
    return skills;
  }

  List<String> languages() {
    return languages;
  }

  public int capacity() {
    return capacity;
  }
}
