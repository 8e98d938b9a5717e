package cn.fupin.household.person;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.person.PersonCommand.*;
import cn.fupin.household.person.PersonEvent.PersonalField;
import cn.fupin.household.person.PersonEvent.RevealPurpose;
import cn.fupin.household.vault.IdentityNumber;
import cn.fupin.household.vault.PersonKeys;
import cn.fupin.household.vault.PersonalData;
import cn.fupin.household.vault.Vault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

@Configuration(proxyBeanMethods = false)
class PersonApi {
    /** Whom the register means by a number. */
    record Finding(
            String identityNumber,
            RevealPurpose purpose,
            String reason,
            String enteredBy,
            Instant receivedAt) {
        Finding {
            IdentityNumber.parse("identityNumber", identityNumber);
            Check.text("reason", reason, 500);
        }

        /** Never the number: a record's own text would put it into a log. */
        @Override
        public String toString() {
            return "Finding[*]";
        }
    }

    private final Persons persons;
    private final PersonKeys keys;
    private final WhatGoes whatGoes;

    PersonApi(Persons persons, PersonKeys keys, WhatGoes whatGoes) {
        this.persons = persons;
        this.keys = keys;
        this.whatGoes = whatGoes;
    }

    @Bean
    Endpoints personEndpoints(Vault vault) {
        return Endpoints.of(
                Endpoint.post(
                                "/persons/finding",
                                Finding.class,
                                LookUpPerson.class,
                                (asked, _) -> lookUp(vault, asked))
                        .sealing("identityNumber"),
                Endpoint.post(
                                "/persons/{personId}/reveal",
                                RevealPersonalData.Asked.class,
                                RevealPersonalData.class,
                                (asked, _) ->
                                        new RevealPersonalData(
                                                asked, persons.find(asked.personId())))
                        .telling((command, _) -> reveal(command)),
                Endpoint.post(
                        "/persons/{personId}/holds",
                        PlaceHold.Asked.class,
                        PlaceHold.class,
                        (asked, _) -> new PlaceHold(asked, persons.find(asked.personId()))),
                Endpoint.post(
                        "/persons/{personId}/holds/{holdId}/lifting",
                        LiftHold.Asked.class,
                        LiftHold.class,
                        (asked, _) -> new LiftHold(asked, persons.find(asked.personId()))),
                Endpoint.post(
                        "/persons/{personId}/erasure-request",
                        RequestErasure.Asked.class,
                        RequestErasure.class,
                        (asked, _) -> request(asked)),
                Endpoint.post(
                        "/persons/{personId}/erasure-refusal",
                        DeclineErasure.Asked.class,
                        DeclineErasure.class,
                        (asked, _) -> new DeclineErasure(asked, persons.find(asked.personId()))),
                Endpoint.post(
                        "/persons/{personId}/erasure",
                        ErasePerson.Asked.class,
                        ErasePerson.class,
                        (asked, _) -> erase(asked)));
    }

    private LookUpPerson lookUp(Vault vault, Finding asked) {
        var number = IdentityNumber.parse("identityNumber", asked.identityNumber());
        var found = vault.personOf(number);
        if (found == null) throw UnknownId.unsaid("identityNumber");
        return new LookUpPerson(
                found,
                asked.purpose(),
                asked.reason(),
                asked.enteredBy(),
                persons.find(found),
                asked.receivedAt());
    }

    private RequestErasure request(RequestErasure.Asked asked) {
        var at = persons.find(asked.personId());
        return new RequestErasure(asked, whatGoes.held(asked.personId()), at);
    }

    private ErasePerson erase(ErasePerson.Asked asked) {
        var person = asked.personId();
        var at = persons.find(person);
        return new ErasePerson(asked, whatGoes.with(person), whatGoes.held(person), at);
    }

    /** What was asked for of the data; a field that was never entered is null. */
    private JsonNode reveal(Command command) {
        var asked = ((RevealPersonalData) command).asked();
        var told = EventJson.MAPPER.createObjectNode();
        var data = keys.open(asked.personId(), persons.sealedOf(asked.personId()));
        if (data == null) return told; // erased since it was recorded: nobody sees it any more
        asked.fields().forEach(field -> told.put(field.name(), of(data, field)));
        return told;
    }

    private static @Nullable String of(PersonalData data, PersonalField field) {
        return switch (field) {
            case NAME -> data.name();
            case IDENTITY_NUMBER -> data.identityNumber();
            case PHONE -> data.phone();
            case CARD_NUMBER -> data.cardNumber();
            case DISABILITY_CERTIFICATE -> data.disabilityCertificate();
        };
    }
}
