package org.evenhand.kit.data.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.evenhand.kit.data.json.CanonicalJson;
import org.evenhand.kit.data.json.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A command that came under a key, as the table knows it. The key salts both hashes and isn't kept.
 * So whoever has the table can't try out on it who has said what, as long as the client makes its
 * keys up by chance; or whatever the keys are, where the deployment has a secret.
 *
 * @param operation its id with its path parameters, by which the words of an object are found
 * @param hash stands for caller, operation and key
 * @param requestHash stands for the body, under this key alone
 */
record Command(String operation, byte[] hash, byte[] requestHash) {

  static Command of(String key, String client, String operation, @Nullable Object body) {
    MessageDigest salted = Digest.sha256();
    salted.update(key.getBytes(UTF_8));
    return new Command(
        operation,
        Digest.sha256(String.join("\n", client, operation, key)),
        salted.digest(Digest.sha256(CanonicalJson.of(body))));
  }

  /** The same, keyed with what isn't in the database. */
  Command under(String secret) {
    return new Command(operation, Digest.hmac(secret, hash), Digest.hmac(secret, requestHash));
  }
}
