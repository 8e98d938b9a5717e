package cn.fupin.reporting.testing;

import cn.fupin.backbone.projection.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody marries out of one household on the register into another: out on a day on which nothing
 * else is known to have happened, in on the same day or a later one, with some visits recorded
 * between.
 */
final class RandomMarriage {
    private static final Set<String> REGISTERED =
            Set.of("HouseholdRegistered", "HouseholdRelapsed", "HouseholdResumed", "ExitRevoked");
    private static final Set<String> OTHERWISE =
            Set.of("HouseholdExited", "HouseholdSuspended", "HouseholdSplitOff");
    private static final Set<String> ENDS =
            Set.of("HouseholdRemoved", "HouseholdMerged", "HouseholdDissolved");
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final int DAYS = 1200;
    private static final int ATTEMPTS = 20;

    private final Feed feed;
    private final Random random;
    private final Map<String, List<Message>> lives = new LinkedHashMap<>();
    private final Set<LocalDate> eventful = new HashSet<>();

    private RandomMarriage(Feed feed, Random random) {
        this.feed = feed;
        this.random = random;
        for (var m : feed.messages()) {
            eventful.add(day(m));
            if (m.streamId().startsWith("household-")) {
                lives.computeIfAbsent(m.streamId(), _ -> new ArrayList<>()).add(m);
            }
        }
        for (var life : lives.values()) {
            life.sort(Comparator.comparing(RandomMarriage::day).thenComparing(Message::sequence));
        }
        lives.values().removeIf(life -> life.stream().anyMatch(m -> ENDS.contains(m.type())));
    }

    /** If two households and a day are found for it. */
    static void celebrate(Feed feed, Random random) {
        var marriage = new RandomMarriage(feed, random);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var left = FIRST.plusDays(random.nextInt(DAYS));
            var joined = random.nextInt(3) == 0 ? left.plusDays(random.nextInt(30)) : left;
            if (marriage.on(left, joined)) return;
        }
    }

    private boolean on(LocalDate left, LocalDate joined) {
        if (eventful.contains(left)) return false;
        var households =
                lives.keySet().stream().filter(one -> registered(one, left, joined)).toList();
        if (households.size() < 2) return false;
        var from = households.get(random.nextInt(households.size()));
        var to = households.get(random.nextInt(households.size()));
        var person = from.equals(to) ? null : anyone(from, left);
        if (person == null) return false;
        told(from, to, person, left, joined);
        return true;
    }

    private boolean registered(String household, LocalDate from, LocalDate to) {
        var registered = false;
        for (var m : lives.getOrDefault(household, List.of())) {
            if (day(m).isAfter(to)) break;
            if (REGISTERED.contains(m.type())) registered = !day(m).isAfter(from);
            if (OTHERWISE.contains(m.type())) registered = false;
        }
        return registered;
    }

    /**
     * Somebody who is there that day and of whom nobody says that they went, under whatever id; not
     * the head.
     */
    private @Nullable String anyone(String household, LocalDate on) {
        var life = lives.getOrDefault(household, List.of());
        var identifiedAs = new HashMap<String, String>();
        for (var m : life) {
            var as = m.json().path("identifiedAs").asString("");
            if (!as.isEmpty()) identifiedAs.put(m.json().get("personId").asString(), as);
        }
        var there = new LinkedHashSet<String>();
        var gone = new HashSet<String>();
        for (var m : life) {
            if (!day(m).isAfter(on)) {
                m.json().path("members").forEach(one -> there.add(one.get("personId").asString()));
                there.add(m.json().path("member").path("personId").asString(""));
            }
            gone.add(m.json().path("head").asString(""));
            if (m.type().equals("MemberLeft")) gone.add(m.json().get("personId").asString());
            if (m.type().equals("MemberDayCorrected")) {
                gone.add(m.json().path("member").path("personId").asString());
            }
            m.json().path("personIds").forEach(one -> gone.add(one.asString()));
        }
        var went = gone.stream().map(id -> now(id, identifiedAs)).collect(Collectors.toSet());
        var those =
                there.stream()
                        .filter(id -> !id.isEmpty())
                        .map(id -> now(id, identifiedAs))
                        .distinct()
                        .filter(id -> !went.contains(id))
                        .toList();
        return those.isEmpty() ? null : those.get(random.nextInt(those.size()));
    }

    private static String now(String id, Map<String, String> identifiedAs) {
        var now = id;
        for (var as = identifiedAs.get(now); as != null; as = identifiedAs.get(now)) now = as;
        return now;
    }

    private void told(String from, String to, String person, LocalDate left, LocalDate joined) {
        feed.household(
                from,
                "MemberLeft",
                """
                {'householdId':'%s','personId':'%s','reason':'MARRIAGE','toHouseholdId':'%s','persons':1,'assumed':true,
                 'occurredOn':'%s'}
                """
                        .formatted(from, person, to, left));
        for (var visits = random.nextInt(3); visits > 0; visits--) {
            var visited = random.nextBoolean() ? from : to;
            feed.household(
                    visited,
                    "HouseholdVisited",
                    "{'householdId':'%s','visitedBy':'helper-1','assumed':true,'occurredOn':'%s'}"
                            .formatted(visited, joined));
        }
        feed.household(
                to,
                "MemberJoined",
                """
                {'householdId':'%s','member':{'personId':'%s','maskedName':'阿**','relation':'SPOUSE','sex':'FEMALE',
                 'birthYear':1995},'reason':'MARRIAGE','fromHouseholdId':'%s','persons':1,'assumed':true,
                 'occurredOn':'%s'}
                """
                        .formatted(to, person, from, joined));
    }

    private static LocalDate day(Message message) {
        return LocalDate.parse(message.json().get("occurredOn").asString());
    }
}
