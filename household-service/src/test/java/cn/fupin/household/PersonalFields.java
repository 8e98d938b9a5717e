package cn.fupin.household;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Every field in which something of a person comes in, as the commands themselves declare it: what
 * an endpoint seals, and the name and the birth day that stand beside it.
 */
final class PersonalFields {
    private static final Pattern CALLED_LIKE_ONE =
            Pattern.compile("(?i).*(identity|phone|mobile|card|account|certificate)(Number|No)?");

    private PersonalFields() {}

    static List<Endpoint<?>> doors() {
        var all = new ArrayList<Endpoint<?>>();
        var context = Running.service().bean(Beans.class).context();
        context.getBeansOfType(Endpoints.class).values().forEach(each -> all.addAll(each.all()));
        return all;
    }

    /** Each as {@code <path> <field>}. */
    static TreeSet<String> all() {
        var all = new TreeSet<String>();
        for (var door : doors()) {
            for (var field : door.sealed()) all.add(door.path() + " " + field);
            gather(door, door.request(), "", all);
        }
        return all;
    }

    /** Called as if somebody's number came in there, and not sealed. */
    static TreeSet<String> unsealed() {
        var all = new TreeSet<String>();
        for (var door : doors()) called(door, door.request(), "", all);
        return all;
    }

    private static void gather(Endpoint<?> door, Class<?> record, String at, TreeSet<String> all) {
        for (var part : record.getRecordComponents()) {
            var field = below(at, part);
            var type = typeOf(part);
            if (type.isRecord()) gather(door, type, field, all);
            var name = part.getName();
            if ((name.equals("name") || name.equals("bornOn")) && sealsBeside(door, at)) {
                all.add(door.path() + " " + field);
            }
        }
    }

    private static void called(Endpoint<?> door, Class<?> record, String at, TreeSet<String> all) {
        for (var part : record.getRecordComponents()) {
            var field = below(at, part);
            var type = typeOf(part);
            if (type.isRecord()) called(door, type, field, all);
            if (type == String.class
                    && CALLED_LIKE_ONE.matcher(part.getName()).matches()
                    && !door.sealed().contains(field)) {
                all.add(door.path() + " " + field);
            }
        }
    }

    private static boolean sealsBeside(Endpoint<?> door, String at) {
        return door.sealed().stream()
                .anyMatch(field ->
                        field.substring(0, Math.max(0, field.lastIndexOf('.'))).equals(at));
    }

    private static String below(String at, RecordComponent part) {
        return at.isEmpty() ? part.getName() : at + "." + part.getName();
    }

    /** Of a list, what it is of. */
    private static Class<?> typeOf(RecordComponent part) {
        return part.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> each
                ? each
                : part.getType();
    }
}
