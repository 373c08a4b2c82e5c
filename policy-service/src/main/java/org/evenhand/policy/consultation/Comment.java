package org.evenhand.policy.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody, or a session that agreed on a norm, has said about a part of a version. */
@Entity
@Table(name = "policy_comment")
public class Comment {

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Column(name = "version_id")
  private UUID versionId;

  @Enumerated(EnumType.STRING)
  private CommentKind kind;

  private String pointer;

  private String text;

  @Column(name = "content_hash")
  private String contentHash;

  @Column(name = "author_id")
  private @Nullable UUID authorId;

  @Column(name = "norm_id")
  private @Nullable UUID normId;

  @Column(name = "created_at")
  private Instant createdAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Disposition disposition;

  protected Comment() {}

  private Comment(
      UUID id,
      UUID versionId,
      Remark remark,
      String contentHash,
      @Nullable UUID author,
      @Nullable UUID norm,
      Instant at) {
    this.id = id;
    this.versionId = versionId;
    this.kind = remark.kind();
    this.pointer = remark.pointer();
    this.text = remark.text();
    this.contentHash = contentHash;
    this.authorId = author;
    this.normId = norm;
    this.createdAt = at;
  }

  /**
   * @param contentHash the content that it is about; the part may read differently later
   */
  Comment(UUID id, UUID versionId, Remark remark, String contentHash, UUID author, Instant at) {
    this(id, versionId, remark, contentHash, author, null, at);
  }

  /** Nobody is its author: those who have agreed on a norm are known to one another alone. */
  static Comment ofNorm(
      UUID id, UUID versionId, Remark remark, String contentHash, UUID norm, Instant at) {
    return new Comment(id, versionId, remark, contentHash, null, norm, at);
  }

  /** The disposition can be changed as long as the window is open. */
  void dispose(Disposition decided) {
    disposition = decided;
  }

  public UUID id() {
    return id;
  }

  public UUID versionId() {
    return versionId;
  }

  long lockVersion() {
    return lockVersion;
  }

  CommentKind kind() {
    return kind;
  }

  String pointer() {
    return pointer;
  }

  String text() {
    return text;
  }

  String contentHash() {
    return contentHash;
  }

  Optional<UUID> authorId() {
    return Optional.ofNullable(authorId);
  }

  Optional<UUID> normId() {
    return Optional.ofNullable(normId);
  }

  Instant createdAt() {
    return createdAt;
  }

  public Optional<Disposition> disposition() {
    return Optional.ofNullable(disposition);
  }
}
