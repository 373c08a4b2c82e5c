package org.evenhand.policy.charter.work;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.charter.CharterContent;

/** Content in which nothing is wrong, as a charter would keep it. */
@Schema(description = "Content in which nothing is wrong, with the defaults of what was left out.")
public record CharterCheck(String contentHash, CharterContent content) {}
