package org.sistercities.events.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The events team answers people who ask what is known of them, and who want it erased. The address stands in the body, for what stands
 * in a URL stands in logs, too.
 */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/personal-data")
class PersonController {
    private final People people;

    PersonController(People people) {
        this.people = people;
    }

    record Person(@NotBlank @Size(max = 254) @Email String email) {}

    @PostMapping("/exports")
    ResponseEntity<KnownOfPerson> export(@Valid @RequestBody Person person, Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(people.export(person.email(), caller.name()));
    }

    @PostMapping("/erasures")
    Inquiry erase(@Valid @RequestBody Person person, Caller caller) {
        return people.erase(person.email(), caller.name());
    }

    /** Who has told or erased what, the latest first. */
    @GetMapping("/inquiries")
    Page<Inquiry> inquiries(
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return Page.of(
                        people.inquiries(cursor, limit + 1),
                        limit,
                        last -> new Moment(last.state().at(), last.id()))
                .map(inquiry -> inquiry.state());
    }
}
