"""The table of seen cards."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    operations = (
        migrations.CreateModel(
            name="CardSeen",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False, verbose_name="ID")),
                ("ending", models.CharField(max_length=4)),
                ("path", models.CharField(max_length=255)),
            ],
        ),
    )
