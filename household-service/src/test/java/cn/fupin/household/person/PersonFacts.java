package cn.fupin.household.person;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.person.PersonCommand.*;
import cn.fupin.household.person.PersonEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody of a village, and what is done with the data. */
final class PersonFacts {
    static final String PERSON = "person-018e0a6c-0000-4000-8000-000000000004";
    static final String ALIAS = "person-018e0a6c-0000-4000-8000-000000000005";
    static final String EVIDENCE = "evidence-018e0a6c-0000-4000-8000-000000000006";
    static final String HOUSEHOLD = "household-018e0a6c-0000-7000-8000-000000000001";
    static final String HOLD = "hold-018e0a6c-0000-4000-8000-000000000007";
    static final String VILLAGE = "513423199201";
    static final Instant RECEIVED = Instant.parse("2016-06-30T15:59:59Z"); // 23:59 in Shanghai
    static final LocalDate TODAY = LocalDate.parse("2016-06-30");
    static final Whereabouts HERE = new Whereabouts(VILLAGE, HOUSEHOLD, null);
    static final Decision OFFICE = new Decision("县扶贫移民局", null);

    private PersonFacts() {}

    static RevealPersonalData reveal(Whereabouts at) {
        return new RevealPersonalData(
                new RevealPersonalData.Asked(
                        PERSON,
                        List.of(PersonalField.PHONE),
                        RevealPurpose.CONTACT,
                        "约定入户时间",
                        "li",
                        RECEIVED),
                at);
    }

    static PersonalDataRevealed revealed() {
        return new PersonalDataRevealed(
                PERSON,
                TODAY,
                VILLAGE,
                HOUSEHOLD,
                List.of(PersonalField.PHONE),
                RevealPurpose.CONTACT,
                "约定入户时间",
                "li");
    }

    /** Under an id that a number was attached to later. */
    static final Whereabouts IDENTIFIED = new Whereabouts(VILLAGE, HOUSEHOLD, ALIAS);

    static PlaceHold place(String on, @Nullable String until) {
        return new PlaceHold(
                new PlaceHold.Asked(
                        PERSON,
                        HOLD,
                        HoldKind.AUDIT,
                        OFFICE,
                        LocalDate.parse(on),
                        until == null ? null : LocalDate.parse(until),
                        RECEIVED),
                HERE);
    }

    static HoldPlaced placed(String on, @Nullable String until) {
        return new HoldPlaced(
                PERSON,
                LocalDate.parse(on),
                VILLAGE,
                HOLD,
                HoldKind.AUDIT,
                OFFICE,
                until == null ? null : LocalDate.parse(until));
    }

    static LiftHold lift(String on) {
        return lift(on, HERE);
    }

    static LiftHold lift(String on, Whereabouts at) {
        return new LiftHold(
                new LiftHold.Asked(PERSON, HOLD, OFFICE, "审计结束", LocalDate.parse(on), RECEIVED),
                at);
    }

    static HoldLifted lifted(String on) {
        return new HoldLifted(PERSON, LocalDate.parse(on), VILLAGE, HOLD, OFFICE, "审计结束");
    }

    static RequestErasure request(String by) {
        return request(by, List.of());
    }

    static RequestErasure request(String by, List<Held> held) {
        return new RequestErasure(
                new RequestErasure.Asked(PERSON, "本人申请", by, RECEIVED), held, HERE);
    }

    static ErasureRequested requested(String by) {
        return new ErasureRequested(PERSON, TODAY, VILLAGE, by, "本人申请");
    }

    static DeclineErasure decline(String by) {
        return new DeclineErasure(new DeclineErasure.Asked(PERSON, "保管期未满", by, RECEIVED), HERE);
    }

    static ErasureDeclined declined(String by) {
        return new ErasureDeclined(PERSON, TODAY, VILLAGE, by, "保管期未满");
    }

    static ErasePerson erase(String by) {
        return erase(by, List.of());
    }

    /** A hold on the person's earlier id, or on somebody in the same file. */
    static Held held(@Nullable String until) {
        return new Held(
                ALIAS,
                HOLD,
                new Person.Hold(HoldKind.AUDIT, until == null ? null : LocalDate.parse(until)));
    }

    static ErasePerson erase(String by, List<Held> held) {
        return new ErasePerson(
                new ErasePerson.Asked(PERSON, OFFICE, by, RECEIVED),
                new ErasePerson.Goes(List.of(ALIAS), List.of(EVIDENCE)),
                held,
                HERE);
    }

    static PersonErased erased(String requestedBy, String approvedBy) {
        return new PersonErased(
                PERSON,
                TODAY,
                VILLAGE,
                List.of(ALIAS),
                List.of(EVIDENCE),
                requestedBy,
                approvedBy,
                OFFICE);
    }
}
