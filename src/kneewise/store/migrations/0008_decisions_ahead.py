# What was decided ahead is made again by the next write, so the old table is let go of with its row.

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0007_decision_ahead'),
    ]

    operations = [
        migrations.DeleteModel(name='DecisionAhead'),
        migrations.CreateModel(
            name='DecisionAhead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('engine_version', models.CharField(max_length=64)),
                ('knowledge_hash', models.CharField(max_length=64)),
                ('step', models.BigIntegerField()),
                ('packed', models.BinaryField()),
                ('runner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='store.runner')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('runner', 'on'), name='one_decision_ahead')],
            },
        ),
    ]
