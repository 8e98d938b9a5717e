package cn.fupin.backbone.testing;

import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.command.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** The file of permissions that a service is shipped with. */
public final class ShippedPermissions {
    private static final String PREFIX = "fupin.permissions.roles.";

    private final Map<String, List<String>> roles = new HashMap<>();

    /** What a role may do by it. */
    public final Access access;

    public ShippedPermissions() {
        try {
            var source =
                    new YamlPropertySourceLoader()
                            .load("shipped", new ClassPathResource("permissions.yaml"))
                            .getFirst();
            for (var name : ((Map<?, ?>) Objects.requireNonNull(source.getSource())).keySet()) {
                var granted = String.valueOf(source.getProperty(name.toString()));
                roles.put(
                        name.toString().substring(PREFIX.length()),
                        List.of(granted.strip().split("\\s*,\\s*")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        access = new Access(roles, Access.Territory::byDigits);
    }

    /** Permissions of commands that no role has. */
    public TreeSet<String> ofNobody(Endpoints endpoints) {
        var all = new TreeSet<String>();
        for (var endpoint : endpoints.all()) {
            all.add(
                    Objects.requireNonNull(endpoint.command().getAnnotation(Needs.class))
                            .permission());
        }
        all.removeIf(permission ->
                roles.keySet().stream().anyMatch(role -> access.allows(role, permission)));
        return all;
    }
}
