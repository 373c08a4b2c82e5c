package org.evenhand.policy.training.module;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What no template of a module can know.
 *
 * @param key how files name the module; the template's key where it is left out, which one module
 *     alone can have
 * @param coLeads the two who lead it, one of whom takes the template
 */
@Schema(
    example =
        """
        {"coLeads": {"hr": "L002", "manager": "L007"}}
        """)
record TrainingTemplateRequest(
    @Nullable @Pattern(regexp = ModuleRequest.KEY) String key,
    @NotNull @Valid ModuleRequest.LeadsRequest coLeads) {}
