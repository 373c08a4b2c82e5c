package org.evenhand.local.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.evenhand.local.company.SampleCompany;
import org.evenhand.local.process.Trouble;

/** The realm as Keycloak imports it here: the committed one, and the demo. */
public final class RealmImport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] document;

  private RealmImport(byte[] document) {
    this.document = document;
  }

  public static RealmImport of(Path realm, SampleCompany company) {
    try {
      ObjectNode committed = (ObjectNode) JSON.readTree(realm.toFile());
      ObjectNode merged = RealmMerge.merge(committed, DemoRealm.of(company));
      return new RealmImport(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(merged));
    } catch (IOException e) {
      throw new Trouble(realm + " can't be read: " + e.getMessage(), e);
    }
  }

  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("evenhand-realm.json"), document);
  }

  /** Changes when the realm, a person or a secret changes. */
  String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(document);
      sha256.update(LocalSecrets.placeholders().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
