-- Sheets are called by their place in the file: what people call them may be somebody's name or number.
update import set findings = '' where state in ('DONE', 'WITHDRAWN');
update import_household set cell = regexp_replace(cell, '^.*!', '表!') where cell !~ '^(户|成员|过程|CSV)![^!]*$';
update import_household
set told = regexp_replace(told, '"cell":"(?!(?:户|成员|过程|CSV)![^"!]*")(?:[^"\\]|\\.)*!', '"cell":"表!', 'g')
where told is not null;
