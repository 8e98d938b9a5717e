package cn.fupin.household.person;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Located;
import cn.fupin.backbone.command.Needs;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.person.PersonEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

sealed interface PersonCommand extends Command, Located {
    String personId();

    /** Where the person is in the register today. */
    Whereabouts at();

    Instant receivedAt();

    /**
     * @param identifiedAs the id that the person goes by since the number is known, null when this
     *     is the one
     */
    record Whereabouts(
            String region, @Nullable String householdId, @Nullable String identifiedAs) {}

    @Override
    default String streamId() {
        return personId();
    }

    @Override
    default String region() {
        return at().region();
    }

    default LocalDate today() {
        return Shanghai.dateOf(receivedAt());
    }

    /** A hold that was placed and not lifted, under the id it was placed under. */
    record Held(String personId, String holdId, Person.Hold hold) {
        Map<String, Object> told() {
            return Map.of("personId", personId, "holdId", holdId, "kind", hold.kind().name());
        }
    }

    private static void checkId(String personId) {
        Check.id("person", "personId", personId);
    }

    @Needs(permission = "person.reveal", region = Needs.Region.COMMAND)
    record RevealPersonalData(Asked asked, Whereabouts at) implements PersonCommand {
        record Asked(
                String personId,
                List<PersonalField> fields,
                RevealPurpose purpose,
                String reason,
                String enteredBy,
                Instant receivedAt) {
            Asked {
                checkId(personId);
                Check.size("fields", fields, 1, PersonalField.values().length);
                Check.distinct("fields", fields);
                Check.text("reason", reason, 500);
                fields = List.copyOf(fields);
            }
        }

        @Override
        public String personId() {
            return asked.personId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /** Found by a number that goes no further than the door. */
    @Needs(permission = "person.find", region = Needs.Region.COMMAND)
    record LookUpPerson(
            String personId,
            RevealPurpose purpose,
            String reason,
            String askedBy,
            Whereabouts at,
            Instant receivedAt)
            implements PersonCommand {}

    @Needs(permission = "person.hold", region = Needs.Region.COMMAND)
    record PlaceHold(Asked asked, Whereabouts at) implements PersonCommand {
        record Asked(
                String personId,
                String holdId,
                HoldKind kind,
                Decision authority,
                LocalDate placedOn,
                @Nullable LocalDate until,
                Instant receivedAt) {
            Asked {
                checkId(personId);
                Check.id("hold", "holdId", holdId);
            }
        }

        @Override
        public String personId() {
            return asked.personId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "person.hold", region = Needs.Region.COMMAND)
    record LiftHold(Asked asked, Whereabouts at) implements PersonCommand {
        record Asked(
                String personId,
                String holdId,
                Decision authority,
                String reason,
                LocalDate liftedOn,
                Instant receivedAt) {
            Asked {
                checkId(personId);
                Check.id("hold", "holdId", holdId);
                Check.text("reason", reason, 500);
            }
        }

        @Override
        public String personId() {
            return asked.personId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * @param held as of {@link ErasePerson}
     */
    @Needs(permission = "person.request-erasure", region = Needs.Region.COMMAND)
    record RequestErasure(Asked asked, List<Held> held, Whereabouts at) implements PersonCommand {
        record Asked(String personId, String reason, String enteredBy, Instant receivedAt) {
            Asked {
                checkId(personId);
                Check.text("reason", reason, 500);
            }
        }

        @Override
        public String personId() {
            return asked.personId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "person.erase", region = Needs.Region.COMMAND)
    record DeclineErasure(Asked asked, Whereabouts at) implements PersonCommand {
        record Asked(String personId, String reason, String enteredBy, Instant receivedAt) {
            Asked {
                checkId(personId);
                Check.text("reason", reason, 500);
            }
        }

        @Override
        public String personId() {
            return asked.personId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * @param goes what goes with the person's key, as it is now
     * @param held what holds there are on any id of the person, and on whoever else is named in a
     *     file that goes
     */
    @Needs(permission = "person.erase", region = Needs.Region.COMMAND)
    record ErasePerson(Asked asked, Goes goes, List<Held> held, Whereabouts at)
            implements PersonCommand {
        record Asked(String personId, Decision decidedBy, String enteredBy, Instant receivedAt) {
            Asked {
                checkId(personId);
            }
        }

        record Goes(List<String> alsoKnownAs, List<String> evidenceIds) {}

        @Override
        public String personId() {
            return asked.personId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }
}
