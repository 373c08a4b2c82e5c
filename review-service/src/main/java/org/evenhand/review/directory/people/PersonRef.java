package org.evenhand.review.directory.people;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person in an answer.
 *
 * @param name absent for readers who are to see that something was done, and not by whom
 */
@Schema(
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000005", "name": "Zoë Brontë"}
        """)
public record PersonRef(UUID id, @Nullable String name) {}
