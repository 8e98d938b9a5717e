package cn.fupin.household.document;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.documents.page.Paper;
import cn.fupin.household.region.OrganisationEvent.UnitContactEnded;
import cn.fupin.household.region.RegionEvent;
import cn.fupin.household.region.RegionEvent.UnitContactAssigned;
import com.google.common.hash.Hashing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * 单位联系户: the units that are in contact with a household by name. A unit's latest word on a village
 * says with which households; whom it does not name any more it is in contact with no more.
 */
final class Contacts {
    record Contact(String unit, StoredEvent<RegionEvent> said) {}

    private static final Comparator<StoredEvent<RegionEvent>> ORDER =
            Comparator.comparing((StoredEvent<RegionEvent> stored) -> stored.event().occurredOn())
                    .thenComparing(StoredEvent::sequence);

    private final Map<String, List<Contact>> byHousehold = new HashMap<>();

    /**
     * @param streams what villages say of units in contact, each in its order
     */
    Contacts(Collection<List<StoredEvent<RegionEvent>>> streams, LocalDate asOf) {
        for (var stream : streams) {
            var latest = new TreeMap<String, StoredEvent<RegionEvent>>();
            stream.stream()
                    .filter(stored -> !stored.event().occurredOn().isAfter(asOf))
                    .sorted(ORDER)
                    .forEach(stored -> latest.put(unit(stored.event()), stored));
            latest.forEach(this::named);
        }
    }

    private static String unit(RegionEvent event) {
        return switch (event) {
            case UnitContactAssigned e -> e.unit();
            case UnitContactEnded e -> e.unit();
            default -> throw new IllegalArgumentException(event.getClass().getName());
        };
    }

    private void named(String unit, StoredEvent<RegionEvent> said) {
        if (!(said.event() instanceof UnitContactAssigned e) || e.householdIds() == null) return;
        for (var household : e.householdIds()) {
            byHousehold
                    .computeIfAbsent(household, _ -> new ArrayList<>())
                    .add(new Contact(unit, said));
        }
    }

    private List<Contact> with(Dossier dossier) {
        return byHousehold.getOrDefault(dossier.householdId(), List.of());
    }

    /** Empty where none is. */
    String unitsOf(Dossier dossier) {
        return with(dossier).stream()
                .map(Contact::unit)
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** What the villages said is among what the paper is made of. */
    Paper.Source source(Paper.Source source, Dossier dossier) {
        var contacts = with(dossier);
        if (contacts.isEmpty()) return source;
        var digest = Hashing.sha256().newHasher().putUnencodedChars(source.sha256());
        contacts.forEach(contact -> digest.putBytes(contact.said().payload()));
        var streams =
                contacts.stream()
                        .map(contact ->
                                "%s 第 %d 号"
                                        .formatted(
                                                contact.said().streamId(),
                                                contact.said().sequence()))
                        .collect(Collectors.joining("、"));
        return new Paper.Source(source.text() + "    联系单位见 " + streams, digest.hash().toString());
    }
}
